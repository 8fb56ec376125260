"""Numbers of the system calls that a process which reads foreign bytes has no use for, by platform and machine."""

from __future__ import annotations

from typing import NamedTuple

_NO_FOREIGN = 0xFFFFFFFF


class Calls(NamedTuple):
    """Calls of one machine.

    Attributes:
        machine: its kind, as the kernel's filters name it (``AUDIT_ARCH_…``).
        foreign: the first number that belongs to another interface of the same machine; none from there on is let through.
        refused: numbers that are refused: sockets, other programs and processes, changes of files and folders, of the kernel.
        opening: number of a call that opens a file, and the offset of its flags.
    """

    machine: int
    foreign: int
    refused: tuple[int, ...]
    opening: tuple[tuple[int, int], ...]


_SECOND, _THIRD = 24, 32

CALLS = {
    ("linux", "x86_64"): Calls(
        0xC000003E,
        0x40000000,  # x32
        (
            *(41, 42, 43, 44, 49, 50, 53, 288),  # socket connect accept sendto bind listen socketpair accept4
            *(57, 58, 59, 322, 62, 200, 234, 101, 310, 311),  # fork vfork execve execveat kill tkill tgkill ptrace process_vm_readv, writev
            *(
                76,
                82,
                83,
                84,
                85,
                86,
                87,
                88,
                90,
                91,
                92,
                93,
                94,
                133,
            ),  # truncate rename mkdir rmdir creat link unlink symlink chmod … mknod
            *(258, 259, 260, 263, 264, 265, 266, 268, 316, 437),  # mkdirat mknodat fchownat unlinkat renameat linkat … renameat2 openat2
            *(165, 321, 323, 425),  # mount bpf userfaultfd io_uring_setup
        ),
        ((2, _SECOND), (257, _THIRD)),
    ),
    ("linux", "aarch64"): Calls(
        0xC00000B7,
        _NO_FOREIGN,
        (
            *(198, 199, 200, 201, 202, 203, 206, 242),  # socket socketpair bind listen accept connect sendto accept4
            *(221, 281, 129, 130, 131, 117, 270, 271),  # execve execveat kill tkill tgkill ptrace process_vm_readv, writev
            *(
                33,
                34,
                35,
                36,
                37,
                38,
                45,
                52,
                53,
                54,
                55,
                276,
                437,
            ),  # mknodat mkdirat unlinkat … renameat truncate fchmod … renameat2 openat2
            *(40, 280, 282, 425),  # mount bpf userfaultfd io_uring_setup
        ),
        ((56, _THIRD),),
    ),
}
