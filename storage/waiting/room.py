"""How much more each host, and each domain, has room for, while a claim hands out what is to be fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Room:
    """Fetches under way, and how many more may begin."""

    per_host: int
    per_domain: int
    domain_of: Callable[[str], str | None]  # which hosts belong together; None: the host stands for itself
    hosts: dict[str, int] = field(default_factory=dict)  # host → under way
    domains: dict[str, int] = field(default_factory=dict)  # likewise
    closed: set[str] = field(
        default_factory=set
    )  # domains, and hosts that stand for themselves, that are others'

    def close(self, host: str) -> None:
        """Another worker asks this host now: for this one nothing of it, or of its domain, has room."""
        self.closed.add(self.domain_of(host) or host)

    def left(self, host: str) -> int:
        """How many more of this host; 0 or less: none."""
        domain = self.domain_of(host)
        if self.closed and (domain or host) in self.closed:
            return 0
        left = self.per_host - self.hosts.get(host, 0)
        return min(left, self.per_domain - self.domains.get(domain, 0)) if domain else left

    def add(self, host: str, count: int = 1) -> None:
        """So many more of this host are under way."""
        self.hosts[host] = self.hosts.get(host, 0) + count
        if domain := self.domain_of(host):
            self.domains[domain] = self.domains.get(domain, 0) + count

    def takes(self, host: str) -> bool:
        """Whether one more of this host may begin, which it has then."""
        if self.left(host) <= 0:
            return False
        self.add(host)
        return True

    def full(self) -> list[str]:
        """The hosts under way that have no room."""
        return [host for host in self.hosts if self.left(host) <= 0]

    def crowded(self) -> bool:
        """Whether a domain has its share, or is another's: any host of it, also one that is not under way, has no room."""
        return bool(self.closed) or any(count >= self.per_domain for count in self.domains.values())
