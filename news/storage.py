"""Storing a file whole or not at all."""

from django.core.files.storage import default_storage


def save_whole(name: str, content) -> str:
    """Stores `content` (Django `File`) as `name`, one nobody else uses, and returns the name.

    Whatever stops the writing (a full disk leaves half a file) is raised again; nothing stays.
    """
    size = content.size
    try:
        stored = default_storage.save(name, content)
        # The system may write less than it was given without an error as the disk fills up.
        if default_storage.size(stored) != size:
            raise OSError(f"only a part of {name} could be written")
    except BaseException:
        default_storage.delete(name)
        raise
    return stored
