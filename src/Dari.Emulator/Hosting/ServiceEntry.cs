namespace Dari.Emulator.Hosting;

/// <summary>A service that can be started.</summary>
/// <param name="Name">Its name in records.</param>
/// <param name="ApiKey">Its key in the options.</param>
/// <param name="Create">Makes it.</param>
internal sealed record ServiceEntry(string Name, Func<EmulatorOptions, string?> ApiKey, Func<ServiceContext, IEmulatedService> Create);
