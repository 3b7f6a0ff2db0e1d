namespace Dari;

internal sealed class TokenProviderCredential(Func<CancellationToken, ValueTask<string>> getToken) : Credential
{
    public override string ToString() => "bearer token [asked for]";

    internal override async ValueTask<string> GetAsync(CancellationToken cancellationToken) =>
        Checked(await getToken(cancellationToken).ConfigureAwait(false));
}
