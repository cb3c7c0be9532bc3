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

    def left(self, host: str) -> int:
        """How many more of this host; 0 or less: none."""
        left = self.per_host - self.hosts.get(host, 0)
        domain = self.domain_of(host)
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
        """Whether a domain has its share: any host of it, also one that is not under way, has no room."""
        return any(count >= self.per_domain for count in self.domains.values())
