using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Snapshot.Validation;

/// <summary>What FastAPI would have against a request that the document does not allow.</summary>
internal static class RequestReport
{
    public static IReadOnlyList<Finding> Of(ContractDocument document, ContractOperation operation, HttpRequest request, JsonNode? body)
    {
        JsonObject root = document.Root;

        // Nodes that were parsed from JSON fill themselves lazily, so two threads must not walk them at once.
        lock (root)
        {
            JsonObject source = (JsonObject)root["paths"]![operation.Path]![operation.Method.ToLowerInvariant()]!;
            var report = new ModelReport(root);
            foreach (JsonNode? parameter in source.Items("parameters"))
            {
                CheckParameter(report, ContractNodes.Resolve(root, parameter), request);
            }

            JsonObject? content = source["requestBody"] is { } holder
                ? ContractNodes.Resolve(root, holder)["content"] as JsonObject
                : null;
            if (body is not null && content?["application/json"] is JsonObject json)
            {
                report.Check(body, json["schema"], "body", "");
            }
            else if (request.HasFormContentType && content?.FirstOrDefault().Value is JsonObject form)
            {
                CheckForm(report, root, ContractNodes.Resolve(root, form["schema"]), request);
            }

            return report.Findings;
        }
    }

    private static void CheckParameter(ModelReport report, JsonObject parameter, HttpRequest request)
    {
        string name = parameter.Text("name")!;
        if (parameter.Text("in") != "query")
        {
            return;
        }

        if (request.Query.TryGetValue(name, out var values))
        {
            report.CheckText(values[^1] ?? "", parameter["schema"], "query", name);
        }
        else if (parameter.Flag("required"))
        {
            report.Add("query", name, "missing", ModelReport.Missing);
        }
    }

    private static void CheckForm(ModelReport report, JsonObject root, JsonObject model, HttpRequest request)
    {
        HashSet<string> required = [.. model.Items("required").Select(static name => name!.GetValue<string>())];
        foreach ((string name, JsonNode? schema) in model.Members("properties"))
        {
            bool isFile = ContractNodes.Resolve(root, schema).Text("format") == "binary";
            if (isFile ? request.Form.Files[name] is not null : request.Form.ContainsKey(name))
            {
                if (!isFile)
                {
                    report.CheckText(request.Form[name].ToString(), schema, "body", ValidationErrors.Step(name));
                }
            }
            else if (required.Contains(name))
            {
                report.Add("body", ValidationErrors.Step(name), "missing", ModelReport.Missing);
            }
        }
    }
}
