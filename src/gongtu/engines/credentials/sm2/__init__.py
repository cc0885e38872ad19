"""SM2 signatures with SM3 (GB/T 32918.2, the curve of GB/T 32918.5), in plain Python.

Not constant-time: whoever can time this process may learn about a secret key in it.  A key that
matters lives in a device, behind `keystores`; what is here signs for trials, and checks anywhere.
"""

from gongtu.engines.credentials.sm2.hashing import sm3
from gongtu.engines.credentials.sm2.keys import IDENTIFIER, PublicKey, SecretKey
from gongtu.engines.credentials.sm2.signature import from_der, to_der

__all__ = ["IDENTIFIER", "PublicKey", "SecretKey", "from_der", "sm3", "to_der"]
