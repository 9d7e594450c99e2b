import type { Provider } from '../provider.ts';

export const azure: Provider = {
  id: 'azure',
  name: 'Azure',
  envVars: [
    'AZURE_CLIENT_SECRET',
    'AZURE_API_KEY',
    'AZURE_STORAGE_CONNECTION_STRING',
    'AZURE_STORAGE_KEY',
    'ARM_CLIENT_SECRET',
    'AZURE_AD_CLIENT_SECRET',
    'AZURE_DEVOPS_EXT_PAT',
    'AZURE_OPENAI_API_KEY',
    'AZURE_STORAGE_ACCOUNT_KEY',
    'AZURE_SEARCH_KEY',
    'SYSTEM_ACCESSTOKEN',
  ],
  hosts: [
    'azure.com',
    'windows.net',
    'azurewebsites.net',
    'microsoftonline.com',
    'visualstudio.com',
    'azure.microsoft.com',
    'azurecr.io',
    'azure-api.net',
  ],
  keysPage: 'https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps',
  words: ['entra', 'azuread', 'vsts'],
  shapes: [
    { pattern: /^[\w~.]{3}\dQ~[\w~.-]{31,34}$/, label: 'Azure client secret' },
    {
      pattern:
        /^DefaultEndpointsProtocol=https?;(?:(?!AccountKey=)[A-Za-z]+=[^;\s]*;)*AccountKey=[A-Za-z0-9+/]{40,}={0,2}(?:;[A-Za-z]+=[^;\s]*)*;?$/,
      label: 'Azure storage connection string',
      envVar: 'AZURE_STORAGE_CONNECTION_STRING',
    },
    {
      pattern:
        /^Endpoint=(?:sb|https):\/\/[\w.-]+\/?;SharedAccessKeyName=[^;\s]+;SharedAccessKey=[A-Za-z0-9+/=]{20,}(?:;[A-Za-z]+=[^;\s]*)*;?$/,
      label: 'Azure Service Bus connection string',
      envVar: 'AZURE_SERVICEBUS_CONNECTION_STRING',
    },
    {
      pattern: /^Endpoint=https:\/\/[\w.-]+;Id=[^;\s]+;Secret=[A-Za-z0-9+/=]{20,}$/,
      label: 'Azure App Configuration connection string',
      envVar: 'AZURE_APPCONFIG_CONNECTION_STRING',
    },
    {
      pattern: /^Endpoint=https:\/\/[\w.-]+;AccessKey=[A-Za-z0-9+/=]{20,}(?:;[A-Za-z]+=[^;\s]*)*;?$/,
      label: 'Azure SignalR connection string',
      envVar: 'AZURE_SIGNALR_CONNECTION_STRING',
    },
    {
      pattern: /^HostName=[\w.-]+;(?:DeviceId|SharedAccessKeyName)=[^;\s]+;SharedAccessKey=[A-Za-z0-9+/=]{20,}$/,
      label: 'Azure IoT Hub connection string',
      envVar: 'AZURE_IOTHUB_CONNECTION_STRING',
    },
    {
      pattern: /^AccountEndpoint=https:\/\/[\w.:/-]+;AccountKey=[A-Za-z0-9+/=]{20,};?$/,
      label: 'Azure Cosmos DB connection string',
      envVar: 'AZURE_COSMOS_CONNECTION_STRING',
    },
    {
      pattern: /^[A-Za-z0-9+/]{76}(?:AzCa|AzFu|AIoT|AzSe|ACDb|AStD)[A-Za-z0-9+/]{4,6}={0,2}$/,
      label: 'Azure service key',
    },
    {
      pattern: /^[A-Za-z0-9+/]{76,82}\+(?:ASt|AMC|ABa|ARm|ACR|AEh|ASb|AIoT|ACDb|AzFu)[A-Za-z0-9+/]{3,9}={0,2}$/,
      label: 'Azure account key',
      envVar: 'AZURE_STORAGE_KEY',
    },
    {
      pattern: /^[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6}$/,
      label: 'Azure container registry key',
      envVar: 'ACR_PASSWORD',
    },
    {
      pattern: /^[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}$/,
      label: 'Azure DevOps personal token',
      envVar: 'AZURE_DEVOPS_EXT_PAT',
    },
    {
      pattern: /^[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{4,}ACOG[A-Za-z0-9]{4,8}$/,
      label: 'Azure AI services key',
      envVar: 'AZURE_OPENAI_API_KEY',
    },
    {
      pattern: /^[A-Za-z0-9]{32,52}JQQJ[A-Za-z0-9]{15,30}$/,
      label: 'Azure AI services key',
      envVar: 'AZURE_OPENAI_API_KEY',
    },
    { pattern: /^[A-Za-z0-9+/]{86}==$/, label: 'Azure account key', envVar: 'AZURE_STORAGE_KEY', needsName: true },
    {
      pattern: /^[a-z2-7]{52}$/,
      label: 'Azure DevOps personal token',
      envVar: 'AZURE_DEVOPS_EXT_PAT',
      needsName: true,
    },
    { pattern: /^[0-9a-f]{32}$/, label: 'Azure service key', envVar: 'AZURE_API_KEY', needsName: true },
    { pattern: /^[A-Za-z0-9]{52}$/, label: 'Azure search key', envVar: 'AZURE_SEARCH_KEY', needsName: true },
  ],
};
