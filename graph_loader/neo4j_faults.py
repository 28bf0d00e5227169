"""What can go wrong with a Neo4j server, as sentences that say what to do; and what a second try may help.

Codes are those of Neo4j's status code reference. No sentence shows a password or what a query held.
"""

from __future__ import annotations

from graph_loader.neo4j_settings import Neo4jSettings

STOPPED = (
    "The database '{database}' of Neo4j at {uri} is stopped. Start it, or name another in NEO4J_DATABASE."
)
READ_ONLY = (
    "The database '{database}' of Neo4j at {uri} can only be read, so nothing was loaded. Is it set to read "
    "only, or is its disk full? In a cluster, write neo4j:// instead of bolt:// in NEO4J_URI."
)
TOO_SLOW = "Neo4j at {uri} took too long over a question and gave up. It may be overloaded; try again later."
TOO_LITTLE_MEMORY = "Neo4j at {uri} has too little memory for this. Try again later, or give it more."

SENTENCES = {
    "Security.Unauthorized": "Neo4j at {uri} refuses the user or the password. Check NEO4J_USERNAME and "
    "NEO4J_PASSWORD.",
    "Security.AuthenticationRateLimit": "Neo4j at {uri} was given a wrong password too often and refuses "
    "all for a while. Check NEO4J_PASSWORD, and try again in a minute.",
    "Security.CredentialsExpired": "Neo4j at {uri} asks for its first password to be changed. Change it, and "
    "set NEO4J_PASSWORD.",
    "Security.TokenExpired": "The password for Neo4j at {uri} has expired. Set NEO4J_PASSWORD anew.",
    "Security.Forbidden": "The user of Neo4j at {uri} may not do this. To load, use a user who may write and "
    "make constraints; to read, one who may read database '{database}'.",
    "Database.DatabaseNotFound": "Neo4j at {uri} has no database '{database}'. Check NEO4J_DATABASE.",
    "Database.DatabaseUnavailable": STOPPED,
    "General.DatabaseUnavailable": STOPPED,
    "General.ForbiddenOnReadOnlyDatabase": READ_ONLY,
    "Statement.AccessMode": READ_ONLY,
    "Cluster.NotALeader": READ_ONLY,
    "Transaction.TransactionTimedOut": TOO_SLOW,
    "Transaction.TransactionTimedOutClientConfiguration": TOO_SLOW,
    "Transaction.Terminated": "Somebody ended the work of Neo4j at {uri} before it was done. Try again.",
    "Transaction.DeadlockDetected": "Neo4j at {uri} is busy with other changes. Try again later.",
    "General.MemoryPoolOutOfMemoryError": TOO_LITTLE_MEMORY,
    "General.TransactionOutOfMemoryError": TOO_LITTLE_MEMORY,
}
"""What to say of a status code, without its "Neo.ClientError." or "Neo.TransientError."."""

NO_USE = (
    "Transaction.Terminated",
    "Security.AuthenticationRateLimit",
)
"""Codes that the driver would try again, and no second try helps."""

UNREACHABLE = "Cannot reach Neo4j at {uri}. Check that it is running, and that NEO4J_URI is right."
NOT_CONFIRMED = "Neo4j at {uri} did not confirm a change before the connection was lost. Load again."
BUSY = "Neo4j at {uri} is busy: it has no free connection, or does not greet. Try again later."
INSECURE = (
    "No secure connection to Neo4j at {uri}. Check its certificate, and whether NEO4J_URI is to begin with "
    "neo4j+s:// (trusted certificate), neo4j+ssc:// (its own) or neo4j:// (none)."
)
NO_NEO4J = (
    "What answers at {uri} is not Neo4j's Bolt port. It is 7687 as a rule; 7474 is that of the browser."
)
OTHER = "Neo4j at {uri} could not answer ({what})."


def is_fault(problem: Exception) -> bool:
    """Say whether something is the server's or the connection's doing. All else is a mistake of ours."""
    return bool(_kinds(problem) & {"Neo4jError", "DriverError"}) or isinstance(problem, OSError)


def is_worth_another_try(fault: Exception) -> bool:
    """Say whether the same query may work a moment later. Queries are safe to run twice."""
    kinds = _kinds(fault)
    if "IncompleteCommit" in kinds:
        return True
    # The last is what the driver makes of a database that is read only.
    if not kinds or short_code(fault) in NO_USE or "WriteServiceUnavailable" in kinds:
        return False
    return bool(getattr(fault, "is_retryable", bool)())


def sentence(fault: Exception, settings: Neo4jSettings) -> str:
    """Return what went wrong, and what to do."""
    return _template(fault).format(uri=settings.uri, database=settings.database, what=_what(fault))


def short_code(fault: Exception) -> str:
    """Return "Security.Unauthorized" of "Neo.ClientError.Security.Unauthorized"."""
    return ".".join((getattr(fault, "code", None) or "").split(".")[2:])


def _template(fault: Exception) -> str:
    kinds = _kinds(fault)
    if "Neo4jError" in kinds:
        return SENTENCES.get(short_code(fault), OTHER)
    if "IncompleteCommit" in kinds:
        return NOT_CONFIRMED
    if "WriteServiceUnavailable" in kinds:
        return READ_ONLY
    causes = [*_causes(fault)]
    names = {type(each).__name__ for each in causes}
    if names & {"BoltSecurityError", "SSLError", "SSLCertVerificationError"}:
        return INSECURE
    if names & {"BoltHandshakeError", "BoltProtocolError", "UnsupportedServerProduct"} or any(
        "looks like HTTP" in str(each) for each in causes
    ):
        return NO_NEO4J
    if names & {"ConnectionAcquisitionTimeoutError"} or any("acquire" in str(each) for each in causes):
        return BUSY
    return UNREACHABLE


def _kinds(fault: BaseException) -> set[str]:
    """Return the names of the driver's classes that an error is of. Only the session imports the driver."""
    return {kind.__name__ for kind in type(fault).__mro__ if kind.__module__.split(".")[0] == "neo4j"}


def _causes(fault: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while fault and fault not in found:
        found.append(fault)
        fault = fault.__cause__ or fault.__context__
    return found


def _what(fault: Exception) -> str:
    return getattr(fault, "code", None) or type(fault).__name__
