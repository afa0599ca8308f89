import ipaddr from "ipaddr.js";
// src/platform/proxies.ts
/** Parses networks such as 10.0.0.0/8, ::1 or loopback. Throws an Error that names the one it cannot read. */
function trustedProxies(list) {
	const networks = list.split(",").map((part) => part.trim()).filter(Boolean).flatMap((part) => part === "loopback" ? ["127.0.0.0/8", "::1/128"] : [part]).map((part) => {
		try {
			return part.includes("/") ? ipaddr.parseCIDR(part) : [ipaddr.process(part), 128];
		} catch {
			throw new Error(`“${part}” is not a network`);
		}
	});
	return (address) => {
		if (!ipaddr.isValid(address)) return false;
		const asked = ipaddr.process(address);
		return networks.some(([network, bits]) => {
			if (asked.kind() !== network.kind()) return false;
			return asked.kind() === "ipv4" ? asked.match(network, Math.min(bits, 32)) : asked.match(network, bits);
		});
	};
}
export { trustedProxies as t };

//# sourceMappingURL=proxies-B1VEDoM5.js.map