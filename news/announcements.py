"""What news tells the frame around it: that the public is about to see something else.

News knows nothing of caches. Whoever keeps copies of pages connects to `public_change`.
"""

from contextlib import contextmanager

from django.db import transaction
from django.dispatch import Signal

# Sent inside the transaction of a change and before it is made, so that a receiver can still ask
# the database how things were. `articles`: a tuple of `Article`, new ones without a number.
public_change = Signal()


class CopiesRemain(Exception):
    """The change is made, but somewhere readers may still be shown what was before it.

    The message is a Chinese sentence for the staff. Raised when the transaction has committed.
    """


@contextmanager
def changing(*articles):
    """Around every change to what the public may see of these articles; it commits as a whole.

    Raises `CopiesRemain` at the end of the outermost transaction.
    """
    with transaction.atomic():
        public_change.send(sender=None, articles=articles)
        yield
