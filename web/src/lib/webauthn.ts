// Passkeys: what the server says as JSON in the browser's own form, and back (WebAuthn level 3, section 5.1).

type Json = Record<string, unknown>;
type WithId = { id: string; type: "public-key"; transports?: AuthenticatorTransport[] };

function toBytes(text: string): ArrayBuffer {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(padded), (character) => character.charCodeAt(0)).buffer;
}

function toText(bytes: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const withBytes = (known: WithId[] | undefined) => known?.map((one) => ({ ...one, id: toBytes(one.id) }));

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window !== "undefined" && "PublicKeyCredential" in window;
}

/** Make a passkey as the server asks; null when the reader thought better of it. */
export async function makePasskey(options: Json): Promise<Json | null> {
  const wanted = options.publicKey as Json & { user: { id: string }; challenge: string };
  const publicKey = {
    ...wanted,
    challenge: toBytes(wanted.challenge),
    user: { ...wanted.user, id: toBytes(wanted.user.id) },
    excludeCredentials: withBytes(wanted.excludeCredentials as WithId[] | undefined),
  } as unknown as PublicKeyCredentialCreationOptions;
  return asJson(await refusable(() => navigator.credentials.create({ publicKey })));
}

/** Sign the server's question with a passkey; null when the reader thought better of it. */
export async function signByPasskey(options: Json): Promise<Json | null> {
  const wanted = options.publicKey as Json & { challenge: string };
  const publicKey = {
    ...wanted,
    challenge: toBytes(wanted.challenge),
    allowCredentials: withBytes(wanted.allowCredentials as WithId[] | undefined),
  } as unknown as PublicKeyCredentialRequestOptions;
  return asJson(await refusable(() => navigator.credentials.get({ publicKey })));
}

/** Closing the browser's own window, or waiting too long, is no error. */
async function refusable(ask: () => Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function asJson(credential: Credential | null): Json | null {
  if (!(credential instanceof PublicKeyCredential)) return null;
  const { response } = credential;
  const parts: Json = { clientDataJSON: toText(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.attestationObject = toText(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = toText(response.authenticatorData);
    parts.signature = toText(response.signature);
    parts.userHandle = response.userHandle ? toText(response.userHandle) : null;
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: parts,
  };
}
