"""What enterprises enter as text, line by line."""

from gongtu.registers.careers.rows.equal_treatment import (
    Equal,
    clashes,
    in_order,
    read_treatment,
    write_treatment,
)
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
    "Equal",
    "Lattice",
    "Line",
    "Post",
    "clashes",
    "in_order",
    "read_lattice",
    "read_needs",
    "read_treatment",
    "write_crossings",
    "write_needs",
    "write_posts",
    "write_treatment",
]
