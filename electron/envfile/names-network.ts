import type { NameGroup } from './name-lists.ts';

const PROXY = 'it sends what programs say to the network through another server';
const TRUST = 'it decides which servers programs believe, or writes down what they say in secret';
const REMOTE = 'it changes how programs sign in to other machines, and what they start for that';
const SETTINGS = 'it names network settings that can run commands or write files';

/** Proxies, certificates, ssh, Kerberos and the settings of download programs. */
export const networkNames: readonly NameGroup[] = [
  {
    // curl(1), "ENVIRONMENT"; wget's manual, "Proxies"; Go's net/http/httpproxy; Python's urllib; global-agent; gRPC;
    // Java.
    reason: PROXY,
    refused: `
      HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY NOPROXY FTP_PROXY FTPS_PROXY RSYNC_PROXY GOPHER_PROXY WS_PROXY
      WSS_PROXY SOCKS_PROXY SOCKS4_PROXY SOCKS5_PROXY SOCKS_SERVER SOCKS5_SERVER SOCKS_CONF SOCKS5_* PROXY_PAC
      PAC_URL AUTO_PROXY CGI_HTTP_PROXY GRPC_PROXY NO_GRPC_PROXY GRPC_PROXY_EXP GLOBAL_AGENT_* HTTP_PROXY_*
      HTTPS_PROXY_* *_HTTP_PROXY *_HTTPS_PROXY *_ALL_PROXY *_NO_PROXY TSOCKS_* TORSOCKS_* PROXYCHAINS_* LIBPROXY_*
      PX_PROXY_FACTORY_* WINHTTP_*`,
  },
  {
    // Certificate stores: openssl(7) (SSL_CERT_FILE), requests, curl, Node.js, AWS SDKs, pip, Nix, httplib2, LWP,
    // websocket-client, gRPC; SSLKEYLOGFILE: NSS key log format.
    reason: TRUST,
    refused: `
      SSL_CERT_FILE SSL_CERT_DIR SSL_DIR SSLKEYLOGFILE SSLKEYLOG* REQUESTS_CA_BUNDLE CURL_CA_BUNDLE
      NODE_EXTRA_CA_CERTS AWS_CA_BUNDLE PIP_CERT NIX_SSL_CERT_FILE HTTPLIB2_CA_CERTS HTTPS_CA_FILE HTTPS_CA_DIR
      HTTPS_CERT_FILE HTTPS_PKCS12_* HTTPS_VERSION PERL_LWP_SSL_* WEBSOCKET_CLIENT_CA_BUNDLE
      GRPC_DEFAULT_SSL_ROOTS_FILE_PATH GRPC_SSL_* GRPC_XDS_* CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE *_CA_BUNDLE
      *_CA_CERTS *_EXTRA_CA_CERTS *_CACERT *_CACERTS *_CUSTOM_CA_CERTS_FILE *_SSL_CERT_FILE *_SSL_CERT_DIR
      *_TLS_REJECT_UNAUTHORIZED SSL_VERIFY SSL_NO_VERIFY TLS_VERIFY`,
    asked: '*_REJECT_UNAUTHORIZED *_SSL_VERIFY *_TLS_VERIFY *_INSECURE *_SKIP_VERIFY *_VERIFY_SSL *_VERIFY_TLS',
  },
  {
    // openssl-env(7): OPENSSL_CONF, OPENSSL_MODULES and OPENSSL_ENGINES load libraries; GnuTLS, NSS, p11-kit, PKCS #11,
    // SoftHSM.
    reason: TRUST,
    refused: `
      OPENSSL_* OPENSSLDIR SSLEAY_* RANDFILE CTLOG_FILE TSGET GNUTLS_* NSS_* NSSDB* P11_KIT_* PKCS11_* SOFTHSM*
      SOFTHSM2_CONF YUBIHSM_* OPENSC_* OPENSSL TPM2* TSS2_* LIBRESSL_* BORINGSSL_*`,
  },
  {
    // ssh(1): SSH_ASKPASS runs, SSH_AUTH_SOCK signs; ssh-agent(1), ssh-keygen(1): SSH_SK_PROVIDER and SSH_PKCS11_HELPER
    // load.
    reason: REMOTE,
    refused: 'SSH_* SSH SSH2_* SSHD_* SCP RCP RLOGIN TELNET',
    except: `
        SSH_HOST SSH_PORT SSH_USER SSH_USERNAME SSH_KNOWN_HOSTS SSH_PASSPHRASE SSH_PRIVATE_KEY_PASSPHRASE
        SSH_PRIVATE_KEY_BASE64`,
  },
  {
    // Kerberos: kerberos(7); sudo, initial_badenv_table; SASL and LDAP: ldap.conf(5).
    reason: REMOTE,
    refused: `
        KRB5* KRB5_CONFIG* KPROP_* GSS_* GSSAPI_* GSSPROXY_* SASL_PATH SASL_CONF_PATH LDAPCONF LDAPRC LDAPNOINIT
        LDAPTLS_* LDAPSASL_*`,
    asked: 'LDAPURI LDAPBASE LDAPBINDDN',
  },
  {
    // curl(1): CURL_HOME; wget: manual, "Wgetrc Location" (use_askpass runs a program); .netrc; aria2, httpie, lftp;
    // nss_*.
    reason: SETTINGS,
    refused: `
        CURL_* CURLRC WGETRC SYSTEM_WGETRC WGET2RC SYSTEM_WGET2RC WGET_* WGET2_* NETRC HTTPIE_* NNTPSERVER RESOLV_*
        NSSWITCH_*`,
  },
  {
    // PostgreSQL, libpq "Environment Variables"; Oracle Net; MySQL: which server, and whose settings.
    reason: SETTINGS,
    refused: `
      PGSYSCONFDIR PGSERVICEFILE PGOPTIONS PGLOCALEDIR PGREQUIRESSL PGKRBSRVNAME PGGSSLIB PGSSLKEYLOGFILE PG_CONFIG
      PGRHOME ORACLE_HOME ORACLE_BASE TNS_ADMIN TWO_TASK ORA_* NLS_LANG_DIR DB2INSTANCE DB2PATH DB2CODEPAGE
      INFORMIXDIR SYBASE SYBASE_* OCI_LIB_*`,
    asked: `
        PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGSERVICE PGPASSFILE PGSSL* PGAPPNAME PGCLIENTENCODING PGTZ PGDATA
        PGREALM`,
  },
];
