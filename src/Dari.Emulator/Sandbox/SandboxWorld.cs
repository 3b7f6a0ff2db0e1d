using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox;

/// <summary>All organizations, and the permissions that reach into them without a key.</summary>
internal sealed class SandboxWorld
{
    private readonly ConcurrentDictionary<string, Lazy<SandboxAccount>> _accounts = new(StringComparer.Ordinal);
    private readonly KeyRing _keys;

    public SandboxWorld(ServiceContext context)
    {
        _keys = context.Keys;
        Settings = new SandboxSettings(context);
        Grants = new FileGrantBook(context.Clock, Settings.Sandbox.SignedUrlLifetime);
    }

    /// <summary>Options, clock and folder.</summary>
    public SandboxSettings Settings { get; }

    /// <summary>Permissions in signed addresses.</summary>
    public FileGrantBook Grants { get; }

    /// <summary>What the caller's organization has; nothing for one without a key.</summary>
    public SandboxAccount Account(Caller caller) => Account(caller.Organization);

    /// <summary>What an organization has.</summary>
    public SandboxAccount Account(string organization) => _accounts.GetOrAdd(
        organization, name => new Lazy<SandboxAccount>(() => new SandboxAccount(name, Settings, _keys))).Value;
}
