"""A question in plain English, read into a query over the catalogue's own names. The same every time."""

from pathways.questions.reader import read_question as read_question
from pathways.questions.understanding import Choice as Choice
from pathways.questions.understanding import Focus as Focus
from pathways.questions.understanding import Intent as Intent
from pathways.questions.understanding import Understood as Understood
from pathways.questions.understanding import Unsure as Unsure
