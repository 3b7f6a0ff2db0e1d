using Dari.Emulator.Faults;
using Dari.Emulator.Storage;

namespace Dari.Emulator.Hosting;

/// <summary>Services that run together: their hosts, the store for uploads, the folder and the journal.</summary>
internal sealed class EmulatorRuntime : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly BackgroundWork _background;
    private readonly UploadStore _uploads;
    private readonly List<ServiceHost> _hosts = [];
    private StorageHost? _storage;
    private FaultAdmin? _admin;
    private int _disposed;

    private EmulatorRuntime(EmulatorOptions options)
    {
        _folder = new DataFolder(options.Root);
        _background = new BackgroundWork(Journal);
        _uploads = new UploadStore(options.Clock);
        Faults = new FaultBook(() => Operations);
    }

    public EmulatorJournal Journal { get; } = new();

    public FaultBook Faults { get; }

    /// <summary>The address for faults on demand; null when there is none.</summary>
    public Uri? FaultAdminUrl => _admin?.Url;

    public string DataFolder => _folder.Path;

    public Uri StorageUrl => _uploads.Url;

    public IReadOnlyList<string> Unmapped => [.. _hosts.SelectMany(static host => host.Unmapped.Select(id => $"{host.Service.Name} {id}"))];

    public IReadOnlyList<EmulatedOperation> Operations =>
    [
        .. _hosts.SelectMany(static host => host.Service.Document.Operations.Values.Select(operation =>
            new EmulatedOperation(host.Service.Name, operation.Id, operation.Method, operation.Path))),
    ];

    /// <summary>Starts the services at once; if one fails to start, nothing of the others stays.</summary>
    public static async Task<EmulatorRuntime> StartAsync(
        EmulatorOptions options, IReadOnlyList<ServiceEntry> services, CancellationToken cancellationToken)
    {
        options = options with { Clock = new RequestClock(options.Clock) };
        var runtime = new EmulatorRuntime(options);
        try
        {
            runtime._storage = new StorageHost(runtime._uploads, options, runtime.Faults);
            runtime._admin = options.FaultAdmin ? new FaultAdmin(runtime.Faults, options) : null;
            await runtime.CreateHostsAsync(services, options);
            foreach (FaultRule rule in options.Faults)
            {
                runtime.Faults.Add(rule);
            }

            await Task.WhenAll(
            [
                runtime._storage.StartAsync(cancellationToken),
                runtime._admin?.StartAsync(cancellationToken) ?? Task.CompletedTask,
                .. runtime._hosts.Select(host => host.StartAsync(cancellationToken)),
            ]);
            return runtime;
        }
        catch
        {
            await runtime.DisposeAsync();
            throw;
        }
    }

    public Uri Url(string service) => _hosts.First(host => host.Service.Name == service).Url;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        try
        {
            await _background.DisposeAsync();
            await Task.WhenAll(_hosts.Select(static host => host.DisposeAsync().AsTask()));
            if (_storage is not null)
            {
                await _storage.DisposeAsync();
            }

            if (_admin is not null)
            {
                await _admin.DisposeAsync();
            }
        }
        finally
        {
            _folder.Dispose();
        }
    }

    /// <summary>Makes the hosts at once: reading the documents is most of the work of a first start.</summary>
    private async Task CreateHostsAsync(IReadOnlyList<ServiceEntry> services, EmulatorOptions options)
    {
        Task<ServiceHost>[] creating =
        [
            .. services.Select(entry => Task.Run(() =>
            {
                ServiceContext context = Context(entry, options);
                return new ServiceHost(entry.Create(context), context, entry.Port(options), Faults);
            })),
        ];
        try
        {
            await Task.WhenAll(creating);
        }
        finally
        {
            _hosts.AddRange(creating.Where(static task => task.IsCompletedSuccessfully).Select(static task => task.Result));
        }
    }

    private ServiceContext Context(ServiceEntry entry, EmulatorOptions options)
    {
        var keys = new KeyRing();
        keys.Add(entry.ApiKey(options) ?? "", KeyRing.MainOrganization);
        foreach (string key in options.ForeignApiKeys)
        {
            keys.Add(key, KeyRing.ForeignOrganization);
        }

        return new ServiceContext
        {
            Name = entry.Name,
            Options = options,
            Keys = keys,
            Folder = _folder.Make(entry.Name),
            Background = _background,
            Journal = Journal,
            Uploads = _uploads,
            Faults = Faults,
        };
    }
}
