namespace Dari.EndToEnd.Tests.Operations;

/// <summary>
/// How one operation is called through its generated method. <paramref name="Arrange"/> makes with the good client what
/// the call needs and returns the call itself, which is then made with a good client and with one that is refused.
/// </summary>
/// <param name="OperationId">As in the document.</param>
/// <param name="Arrange">Prepares, and returns the call.</param>
/// <param name="Fail">
/// A call that gets a declared error, where a wrong key is none: operations without a key. It is given the good client.
/// </param>
public sealed record OperationCall<TWorld, TClient>(
    string OperationId,
    Func<TWorld, Task<Func<TClient, Task>>> Arrange,
    Func<TWorld, Task>? Fail = null);
