using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Companions.Uploads;

/// <summary>Finds the operations that the extension names, and what they have to be given.</summary>
internal sealed class CallBinder(BoundOperation create, OperationIndex all, TypeTable types)
{
    public BoundOperation? Find(ExtensionSection section)
    {
        if (section.RequiredText("operation") is not { } id)
        {
            return null;
        }

        BoundOperation? found = all.ById(id);
        if (found is null)
        {
            section.Report(DiagnosticDescriptors.ExtensionOperation, "operation", id);
        }

        return found;
    }

    /// <param name="operation">The operation.</param>
    /// <param name="section">Its section.</param>
    /// <param name="values">What an upload can give it: the name in the section, and what it means.</param>
    /// <param name="state">What its answer says.</param>
    public UploadCallModel Bind(
        BoundOperation operation,
        ExtensionSection section,
        IReadOnlyList<(string Name, UploadArgumentSource Source)> values,
        IReadOnlyList<UploadStateModel> state)
    {
        OperationModel model = operation.Model;
        List<UploadArgumentModel> arguments = [];
        foreach ((string name, UploadArgumentSource source) in values)
        {
            if (section.Text(name) is not { } wire)
            {
                continue;
            }

            if (Argument(operation, wire, source) is { } argument)
            {
                arguments.Add(argument);
            }
            else
            {
                section.Report(
                    DiagnosticDescriptors.ExtensionMisfit, name, model.Method + " " + model.Template + " has no parameter or member '" + wire + "' that could hold it");
            }
        }

        arguments.AddRange(PassedOn(operation, section, arguments));
        if (Body(operation, section, arguments) is { } body)
        {
            arguments.Add(body);
        }

        return new UploadCallModel(
            operation.Group.Type == create.Group.Type ? null : operation.Group.Type, model.Name, arguments.ToArray(), AnswerOf(model), state.ToArray());
    }

    public static ValueModel? AnswerOf(OperationModel model) => model.Response.Kind == ResponseKind.Json ? model.Response.Value : null;

    private UploadArgumentModel? Argument(BoundOperation operation, string wire, UploadArgumentSource source)
    {
        OperationModel model = operation.Model;
        if (model.Leading.Concat(model.Trailing).FirstOrDefault(one => one.WireName == wire) is { } parameter)
        {
            return Fits(parameter.Value, source, out ScalarKind number) ? new UploadArgumentModel(parameter.Name, source, Number: number) : null;
        }

        if (model.Query is { } query && query.Parameters.FirstOrDefault(one => one.WireName == wire) is { } member)
        {
            Identifier property = ((QueryModel)types.Find(query.Type)!).Parameters.First(one => one.WireName == wire).PropertyName;
            return Fits(member.Value, source, out ScalarKind number) ? new UploadArgumentModel(query.Name, source, null, number, query.Type, property) : null;
        }

        PropertyModel? field = BodyOf(model)?.Properties.FirstOrDefault(one => one.WireName == wire);
        return field is not null && Fits(field.Value, source, out ScalarKind kind)
            ? new UploadArgumentModel(model.Body!.Name, source, null, kind, ((NamedValue)model.Body.Value).Name, field.Name)
            : null;
    }

    private static bool Fits(ValueModel value, UploadArgumentSource source, out ScalarKind number)
    {
        number = value is ScalarValue scalar ? scalar.Kind : ScalarKind.Any;
        return source == UploadArgumentSource.PartNumber
            ? number is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64 or ScalarKind.Int64OrText
            : number == ScalarKind.String;
    }

    /// <summary>What the announcement was given too, such as the id of what is uploaded into.</summary>
    private IEnumerable<UploadArgumentModel> PassedOn(BoundOperation operation, ExtensionSection section, List<UploadArgumentModel> given)
    {
        foreach (ParameterModel parameter in operation.Model.Leading.Where(one => given.All(argument => argument.Name != one.Name)))
        {
            ParameterModel? same = create.Model.Leading.FirstOrDefault(one => one.WireName == parameter.WireName && one.Value == parameter.Value);
            if (same is null)
            {
                section.Report(
                    DiagnosticDescriptors.ExtensionNeeds, section.Node, operation.Model.Method + " " + operation.Model.Template, parameter.WireName);
                continue;
            }

            yield return new UploadArgumentModel(parameter.Name, UploadArgumentSource.Parameter, same.Name);
        }

        if (operation.Model.Query is { IsRequired: true } query && given.All(argument => argument.Name != query.Name))
        {
            section.Report(
                DiagnosticDescriptors.ExtensionNeeds, section.Node, operation.Model.Method + " " + operation.Model.Template, query.Name.Plain);
        }
    }

    private UploadArgumentModel? Body(BoundOperation operation, ExtensionSection section, List<UploadArgumentModel> given)
    {
        if (operation.Model.Body is not { } body)
        {
            return null;
        }

        UploadArgumentModel? filled = given.FirstOrDefault(argument => argument.Name == body.Name);
        if (body.Kind == BodyKind.Binary && !body.IsFile)
        {
            return new UploadArgumentModel(body.Name, UploadArgumentSource.PartContent);
        }

        if (operation.Model == create.Model)
        {
            return new UploadArgumentModel(body.Name, UploadArgumentSource.Request);
        }

        PropertyModel? missing = BodyOf(operation.Model)?.Properties.FirstOrDefault(property =>
            property.Presence is Presence.Required or Presence.RequiredNullable && property.Name != filled?.Member);
        if (BodyOf(operation.Model) is null || missing is not null)
        {
            section.Report(
                DiagnosticDescriptors.ExtensionNeeds,
                section.Node,
                operation.Model.Method + " " + operation.Model.Template,
                missing?.WireName ?? "a body that is no JSON object");
            return null;
        }

        return filled is not null || !body.IsRequired
            ? null
            : new UploadArgumentModel(body.Name, UploadArgumentSource.Empty, Holder: ((NamedValue)body.Value).Name);
    }

    private ObjectModel? BodyOf(OperationModel model) =>
        model.Body is { Kind: BodyKind.Json, Value: NamedValue named } ? types.Find(named.Name) as ObjectModel : null;
}
