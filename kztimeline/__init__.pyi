from kztimeline.api import Date as Date
from kztimeline.api import DateError as DateError
from kztimeline.api import Event as Event
from kztimeline.api import Events as Events
from kztimeline.api import FileError as FileError
from kztimeline.api import QueryError as QueryError
from kztimeline.api import Timeline as Timeline
from kztimeline.api import load as load

__version__: str
