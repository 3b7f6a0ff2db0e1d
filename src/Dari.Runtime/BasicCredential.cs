using System.Text;

namespace Dari;

internal sealed class BasicCredential : Credential
{
    private readonly string _encoded;

    internal BasicCredential(string user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(password);
        if (user.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name cannot hold a colon (RFC 7617).", nameof(user));
        }

        Password = password;
        _encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
    }

    internal string Password { get; }

    public override string ToString() => "basic [redacted]";

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) => new(_encoded);
}
