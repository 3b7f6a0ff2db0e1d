namespace Dari.Emulator.Hosting;

/// <summary>A service that can be started.</summary>
/// <param name="Name">Its name in records.</param>
/// <param name="ApiKey">Its key in the options.</param>
/// <param name="Port">Its port in the options.</param>
/// <param name="Create">Makes it.</param>
internal sealed record ServiceEntry(
    string Name, Func<EmulatorOptions, string?> ApiKey, Func<EmulatorOptions, int> Port, Func<ServiceContext, IEmulatedService> Create);
