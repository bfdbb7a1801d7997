type Settings = { folder: string; users: string; user: string; imapPort: number; lmtpPort: number; smtpPort: number };

/** Everything as one ordinary user, without certificates and without anything of the machine's own mail. */
export function dovecotConfig({ folder, users, user, imapPort, lmtpPort, smtpPort }: Settings): string {
  return `
protocols = imap lmtp
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
instance_name = ${folder}
listen = 127.0.0.1
default_internal_user = ${user}
default_internal_group = nogroup
default_login_user = ${user}
first_valid_uid = 1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:~/Maildir
recipient_delimiter = +
passdb {
  driver = passwd-file
  args = username_format=%u ${users}
}
userdb {
  driver = static
  args = uid=${user} gid=nogroup home=${folder}/%u
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  chroot =
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
protocol lmtp {
  mail_plugins = sieve
}
submission_host = 127.0.0.1:${smtpPort}
plugin {
  sieve = file:~/.dovecot.sieve
}
`;
}
