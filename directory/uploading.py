"""A file that somebody sends is read no further than it may be long."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from directory.photos.rules import MOST_BYTES

# Up to this the rest is read and thrown away, so that the form comes back with its words; beyond, the door closes.
PATIENCE_BYTES = 4 * MOST_BYTES


class StopAtTheLimit(FileUploadHandler):
    """First of the handlers: counts, and hands on. `request.has_too_large_file` tells the form."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.request_length = content_length

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.read = 0
        if self.request_length > PATIENCE_BYTES:
            self._say_so()
            raise StopUpload(connection_reset=True)

    def receive_data_chunk(self, raw_data, start):
        self.read += len(raw_data)
        if self.read > MOST_BYTES:
            self._say_so()
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None

    def _say_so(self):
        if self.request is not None:
            self.request.has_too_large_file = True  # type: ignore[attr-defined]
