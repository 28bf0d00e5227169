"""Registers as small as they can be, written by a test, with the columns that the real ones have."""

from __future__ import annotations

import gzip
from pathlib import Path

FILES = {
    "standards/standards_sector_subset_2026-07-02.csv": (
        "sector,reference,title,level,typical_duration_months\ncare,ST0001,Care worker,2,12\n"
    ),
    "standards/apprenticeship_standards_2020.csv": (
        "reference,title,level,duration_months\nST0001,Adult care worker,3,18\nST0002,Older,4,24\n"
    ),
    "standards/ifate_standards_2018-05-08.csv": (
        "Name,Reference,Level,Typical Duration\nOldest,ST0002,5,36\nCarer of old,ST0003,0,\n"
    ),
    "standards/apprenticeship_frameworks_2.0.csv": "Id,Title,Level\n401-3-1,Care: Care,2\n",
    "ofqual/approved.csv.gz": (
        "\ufeffDateOfOfqualDataSnapshot,QualificationName,QualificationNumber,Level\n"
        "18/02/2025,NCFE Level 3 Diploma in Care (RQF),6012629X,Level 3\n"
        '18/02/2025,"GCSE in English, & more",60100001,Level 1/2\n'
        "18/02/2025,Award (Entry 3),60100002,Entry Level\n"
    ),
    "early_years/2-updates-09-08-24.csv": (
        "Qualification Number,Qualification Name,Qualification Level\n"
        '"601/2629/X and 603/0001/1",Diploma of 2024,4\nNot required,Degree,6\n'
    ),
    "t_levels/tl_pathways.csv": "Id,LarId,TlevelTitle\n1,6037066X,T Level in Health\n",
    "t_levels/qualification.csv": "Id,Code,Title\n1,100/2510/8,Certificate in Literacy\n",
}


def write_open_data(folder: Path, **changed: str | bytes | None) -> Path:
    """Write the registers; `changed` gives other contents by the start of a name, None leaves a file out."""
    for name, text in FILES.items():
        key = next((each for each in changed if name.split("/")[1].startswith(each)), None)
        content = changed[key] if key else text
        if content is None:
            continue
        packed = content.encode() if isinstance(content, str) else content
        if name.endswith(".gz") and isinstance(content, str):
            packed = gzip.compress(packed)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(packed)
    return folder
