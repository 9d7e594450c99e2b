import type { NameGroup } from './name-lists.ts';

const CONTAINERS = 'it decides what a container tool starts, and with whose settings';
const DEPLOY = 'it makes a deployment tool run other code, or use other settings';
const CLOUD = "it makes a cloud's tools run other code, or use other settings";
const AGENT = 'it makes a monitoring agent load other code';

/** Containers, deployment, clouds and monitoring. */
export const cloudNames: readonly NameGroup[] = [
  {
    // docker, "Docker CLI environment variables" (DOCKER_CONFIG holds plugins and credential helpers); Compose reads
    // .env and takes COMPOSE_FILE from there: "Pre-defined environment variables"; BuildKit, Podman (CONTAINERS_CONF),
    // Apptainer, LXC, Lima.
    reason: CONTAINERS,
    refused: `
      DOCKER_* DOCKERD_* BUILDKIT_* BUILDX_* COMPOSE_FILE COMPOSE_ENV_FILES COMPOSE_PATH_SEPARATOR
      COMPOSE_DISABLE_ENV_FILE COMPOSE_DOCKER_* COMPOSE_BAKE CONTAINERS_* CONTAINER_CONNECTION PODMAN_* BUILDAH_*
      SKOPEO_* NERDCTL_* CONTAINERD_* CNI_* REGISTRY_AUTH_FILE STORAGE_DRIVER SINGULARITY_* SINGULARITYENV_*
      APPTAINER_* APPTAINERENV_* LXC_* LXD_* INCUS_* LIMA_* COLIMA_* QEMU_* LIBVIRT_* VIRSH_* VBOX_* WASMTIME_*
      WASMER_*`,
    except: `
      DOCKER_HOST DOCKER_USERNAME DOCKER_USER DOCKER_REGISTRY DOCKER_IMAGE DOCKER_TAG DOCKER_ORG DOCKER_REPO
      DOCKER_AUTH_CONFIG SINGULARITY_DOCKER_USERNAME`,
    asked: 'COMPOSE_* CONTAINER_*',
  },
  {
    // Kubernetes: a kubeconfig's users can name a program (client-go credential plugins); kubectl (KUBE_EDITOR); Helm,
    // "Helm Environment variables" (HELM_PLUGINS); krew, k9s, Skaffold, Tilt, minikube, kind.
    reason: CONTAINERS,
    refused: `
      KUBECONFIG KUBE_EDITOR KUBE_CONFIG_PATH* KUBECTL_* KUBERNETES_EXEC_INFO KUBERC HELM_* HELMFILE_* K9S_*
      K9SCONFIG KREW_* SKAFFOLD_* TILT_* MINIKUBE_* KIND_EXPERIMENTAL_* KUSTOMIZE_* KOPS_* ISTIOCTL_* ARGOCD_OPTS
      ARGOCD_CONFIG_DIR`,
    except: 'HELM_USERNAME HELM_REGISTRY_USERNAME',
    asked: 'KUBE_* KUBERNETES_* ARGOCD_*',
  },
  {
    // Terraform: "Environment Variables" (TF_CLI_ARGS, TF_CLI_CONFIG_FILE); OpenTofu, Terragrunt, Packer, Vagrant,
    // Pulumi, CDK, Serverless, SAM; Buildpacks.
    reason: DEPLOY,
    refused: `
      TF_CLI_* TF_DATA_DIR TF_LOG TF_LOG_* TF_PLUGIN_CACHE_* TF_REATTACH_PROVIDERS TF_REGISTRY_* TF_STATE_* TF_TEMP_*
      TF_ENCRYPTION TF_ACC TF_ACC_* TF_SKIP_PROVIDER_VERIFY TF_DISABLE_PLUGIN_TLS TF_APPEND_* TOFU_* TERRAGRUNT_*
      TG_TF_PATH TG_DOWNLOAD_DIR TG_CONFIG TFLINT_* CHECKPOINT_DISABLE PACKER_* VAGRANT_* PULUMI_* CDK_* SAM_CLI_*
      SLS_* SERVERLESS_* CNB_* BUILDPACK_URL NIXPACKS_* RAILPACK_*`,
    except: 'PULUMI_BACKEND_URL PULUMI_STACK PULUMI_ORG CDK_DEFAULT_ACCOUNT CDK_DEFAULT_REGION SERVERLESS_ORG',
    asked: 'TF_*',
  },
  {
    // Ansible: "Ansible Configuration Settings" (each as ANSIBLE_<SETTING>; ANSIBLE_VAULT_PASSWORD_FILE may be a
    // program); Chef, Puppet (FACTERLIB), Salt, Fabric, Capistrano, Molecule.
    reason: DEPLOY,
    refused: `
        ANSIBLE_* CHEF_* KNIFE_* INSPEC_* PUPPET_* FACTER_* FACTERLIB SALT_MASTER_CONFIG SALT_MINION_CONFIG
        MOLECULE_* CAPISTRANO_*`,
    except: 'ANSIBLE_USER ANSIBLE_HOST CHEF_USERNAME',
  },
  {
    // AWS CLI and SDKs, "Configuration and credential file settings" (credential_process runs), boto3 (AWS_DATA_PATH),
    // Lambda (AWS_LAMBDA_EXEC_WRAPPER); the old boto.
    reason: CLOUD,
    refused: `
      AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE AWS_CREDENTIAL_FILE AWS_DATA_PATH AWS_CA_BUNDLE AWS_PAGER AWS_CLI_*
      AWS_LAMBDA_EXEC_WRAPPER AWS_VAULT_* AWS_SDK_JS_* AWS_CRT_* AWS_NODEJS_CONNECTION_* BOTO_CONFIG BOTO_PATH
      LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR _HANDLER S3CMD_CONFIG LOCALSTACK_* SAML2AWS_*`,
    except: 'LOCALSTACK_HOST LOCALSTACK_HOSTNAME LOCALSTACK_ENDPOINT',
    asked: 'AWS_*',
  },
  {
    // gcloud (CLOUDSDK_PYTHON runs), google-auth (GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES, certificate configs with a
    // program of their own); az (AZURE_EXTENSION_DIR); oci, doctl, flyctl, heroku, wrangler, vercel, netlify, firebase.
    reason: CLOUD,
    refused: `
      CLOUDSDK_* GOOGLE_EXTERNAL_ACCOUNT_* GOOGLE_API_CERTIFICATE_CONFIG GOOGLE_API_USE_* GOOGLE_API_PREVENT_*
      AZURE_CONFIG_DIR AZURE_EXTENSION_* AZURE_BICEP_* AZURE_CLI_* AZURE_CORE_* AZURE_HTTP_* FUNCTIONS_EXTENSION_*
      OCI_CLI_* FLYCTL_* WRANGLER_* CLOUDFLARED_* FIREBASE_TOOLS_* HEROKU_DEBUG* NETLIFY_CLI_* GSUTIL_*
      STATE_GSUTIL_*`,
    // GOOGLE_APPLICATION_CREDENTIALS: a path, or credentials that say where they are exchanged for others.
    except: `
      CLOUDSDK_CORE_PROJECT CLOUDSDK_CORE_ACCOUNT CLOUDSDK_COMPUTE_REGION CLOUDSDK_COMPUTE_ZONE
      GOOGLE_APPLICATION_CREDENTIALS*`,
    asked: `
      GCE_METADATA_* NO_GCE_CHECK METADATA_SERVER_DETECTION GOOGLE_CLOUD_* GCLOUD_* AZURE_* OCI_* HF_* HUGGINGFACE_*
      TRANSFORMERS_* VAULT_* CONSUL_* NOMAD_* ETCDCTL_* OP_* DOPPLER_* INFISICAL_*`,
  },
  {
    // OpenTelemetry's agents (OTEL_DOTNET_AUTO_PLUGINS, OTEL_JAVAAGENT_EXTENSIONS, OTEL_PYTHON_*), New Relic
    // (NEW_RELIC_HOME holds newrelic.js), Elastic APM, Datadog, AppDynamics, Dynatrace, Sentry's CLI.
    reason: AGENT,
    refused: `
      OTEL_DOTNET_* OTEL_JAVAAGENT_* OTEL_JAVA_* OTEL_PYTHON_* OTEL_PHP_* OTEL_NODE_* OTEL_CONFIG_FILE
      OTEL_EXPERIMENTAL_CONFIG_FILE NEW_RELIC_HOME NEW_RELIC_CONFIG_FILE NEW_RELIC_EXTENSIONS_* NEWRELIC_FILES
      NEWRELIC_PROFILER_* ELASTIC_APM_CONFIG_FILE DD_DOTNET_TRACER_HOME DD_TRACE_CONFIG* DD_TRACE_PLUGINS_PATH
      DD_PROFILING_* DD_JMXFETCH_* DD_APM_INSTRUMENTATION_* APPDYNAMICS_* RUXIT_* SENTRY_PROPERTIES SENTRY_LOAD_*
      DATADOG_TRACE_*`,
    asked: 'OTEL_* DD_* NEW_RELIC_* ELASTIC_APM_*',
  },
];
