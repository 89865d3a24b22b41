/** What the engine is handed to log in with (the API's AuthConfig). Never logged, never kept. */
export interface Credentials {
  username?: string;
  password?: string;
  identitytoken?: string;
  serveraddress: string;
}
