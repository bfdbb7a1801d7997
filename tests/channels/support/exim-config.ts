type Settings = {
  folder: string;
  mailboxes: readonly string[];
  smtpPort: number;
  lmtpPort: number;
  handedOver: HandedOver | undefined;
};

/** An address whose mail exim gives to somebody else than dovecot. */
export type HandedOver = { address: string; lmtpPort: number };

/** Takes mail for anybody and hands it to dovecot where there is such a mailbox; all else comes back to its sender. */
export function eximConfig({ folder, mailboxes, smtpPort, lmtpPort, handedOver }: Settings): string {
  const domains = [...new Set(mailboxes.map((mailbox) => mailbox.split("@")[1] ?? ""))];
  const people = [...new Set(mailboxes.map((mailbox) => mailbox.split("@")[0] ?? ""))];
  return `
primary_hostname = mx.example
qualify_domain = ${domains[0] ?? "mx.example"}
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${smtpPort}
spool_directory = ${folder}
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/exim.pid
disable_ipv6
deliver_drop_privilege
tls_advertise_hosts =
host_lookup =
rfc1413_query_timeout = 0s
message_size_limit = 64M
keep_environment =
acl_smtp_rcpt = take
acl_smtp_data = take

begin acl
take:
  accept

begin routers
${handedOver ? routerTo(handedOver) : ""}mailbox:
  driver = accept
  domains = ${domains.join(" : ")}
  local_parts = ${people.join(" : ")}
  local_part_suffix = +*
  local_part_suffix_optional
  transport = to_dovecot

begin transports
${transport("to_dovecot", lmtpPort)}${handedOver ? transport("handed_over", handedOver.lmtpPort) : ""}
begin retry
* * F,1h,2s
`;
}

function routerTo({ address }: HandedOver): string {
  const [person, domain] = address.split("@");
  return `
handed_over:
  driver = accept
  domains = ${domain}
  local_parts = ${person}
  local_part_suffix = +*
  local_part_suffix_optional
  transport = handed_over
`;
}

function transport(name: string, port: number): string {
  return `
${name}:
  driver = smtp
  protocol = lmtp
  hosts = 127.0.0.1
  port = ${port}
  allow_localhost
  hosts_override
  rcpt_include_affixes
`;
}
