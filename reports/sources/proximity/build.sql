select *
from meta_proximity_build
