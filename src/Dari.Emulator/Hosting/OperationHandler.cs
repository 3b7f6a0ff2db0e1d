namespace Dari.Emulator.Hosting;

/// <summary>Answers a call whose request has already been checked.</summary>
internal delegate Task<Reply> OperationHandler(Call call);
