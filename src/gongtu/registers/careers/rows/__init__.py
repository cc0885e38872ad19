"""What enterprises enter as text, line by line."""

from gongtu.registers.careers.rows.lattice import (
    Crossing,
    Lattice,
    Post,
    read_lattice,
    write_crossings,
    write_posts,
)
from gongtu.registers.careers.rows.needs import Line, read_needs, write_needs

__all__ = [
    "Crossing",
    "Lattice",
    "Line",
    "Post",
    "read_lattice",
    "read_needs",
    "write_crossings",
    "write_needs",
    "write_posts",
]
