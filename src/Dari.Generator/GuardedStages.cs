using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Microsoft.CodeAnalysis;

namespace Dari.Generator;

/// <summary>
/// The stages behind a guard. An exception that left a generator would be the warning CS8785, which names no document,
/// takes the clients of all others with it, and leaves nothing but CS0103 in the user's own code. Here it is an error
/// at the one document that caused it.
/// </summary>
internal sealed class GuardedStages(
    Func<ClientRequest, CancellationToken, Bound<ClientModel>> bind,
    Func<ClientModel, CancellationToken, IEnumerable<GeneratedFile>> emit)
{
    public BoundClient Bind(Bound<ClientRequest> request, CancellationToken cancellationToken)
    {
        if (request.Value is not { } asked)
        {
            return new BoundClient("", null, request.Problems);
        }

        string path = asked.Source.Path;
        try
        {
            Bound<ClientModel> client = bind(asked, cancellationToken);
            EquatableArray<DiagnosticInfo> problems = request.Problems.Concat(client.Problems).ToEquatableArray();
            return new BoundClient(path, client.Value, DiagnosticRule.Apply(asked.Rules, problems)) { Rules = asked.Rules };
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            return new BoundClient(path, null, DiagnosticRule.Apply(asked.Rules, new[] { Failure(path, exception) }));
        }
    }

    public EmittedClient Emit(BoundClient client, CancellationToken cancellationToken)
    {
        if (client.Model is not { } model)
        {
            return new EmittedClient(default, default);
        }

        try
        {
            GeneratedFile[] files = emit(model, cancellationToken).ToArray();
            HintNames.Check(files);
            return new EmittedClient(files, default);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            return new EmittedClient(default, DiagnosticRule.Apply(client.Rules, new[] { Failure(client.Path, exception) }));
        }
    }

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;

    private static DiagnosticInfo Failure(string path, Exception exception)
    {
        // The assembly of a method's body is loaded when the method is first called, hence within a stage.
        DiagnosticDescriptor descriptor = exception is FileNotFoundException or FileLoadException or BadImageFormatException
            ? DiagnosticDescriptors.PackageIncomplete
            : DiagnosticDescriptors.GeneratorFailed;
        return DiagnosticInfo.Create(descriptor, LocationInfo.StartOf(path), Describe(exception));
    }

    /// <summary>On one line, because build output shows one; the top of the stack is what a report needs.</summary>
    private static string Describe(Exception exception)
    {
        string top = exception.StackTrace?.Split('\n').FirstOrDefault(frame => frame.Contains(nameof(Dari)))?.Trim() ?? "";
        string text = exception.GetType().Name + ": " + exception.Message.TrimEnd('.') + (top.Length == 0 ? "" : ", " + top);
        return string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }
}
