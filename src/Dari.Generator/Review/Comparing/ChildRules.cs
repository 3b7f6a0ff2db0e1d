using System;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Finds the rule for a part that is there on one side only.</summary>
internal static class ChildRules
{
    /// <param name="parent">The side that has it.</param>
    /// <param name="child">The part.</param>
    /// <param name="other">The side that has not.</param>
    public static Rule? Added(ContractNode parent, ContractNode child, ContractNode other) => Find(parent, child, other)?.Added;

    public static Rule? Removed(ContractNode parent, ContractNode child, ContractNode other) => Find(parent, child, other)?.Removed;

    private static (Rule Added, Rule Removed)? Find(ContractNode parent, ContractNode child, ContractNode other) => child.Kind switch
    {
        ContractKind.Additional when other.Has("additionalProperties") => null, // That none are allowed says more.
        ContractKind.Operation => (OperationRules.Added, OperationRules.Removed),
        ContractKind.Webhook or ContractKind.Callback => (OperationRules.WebhookAdded, OperationRules.WebhookRemoved),
        ContractKind.Server when child.Has("first") => null, // The address tells it.
        ContractKind.Server => (ServerRules.Added, ServerRules.Removed),
        ContractKind.Scheme => (SecurityRules.SchemeAdded, SecurityRules.SchemeRemoved),
        ContractKind.Parameter => IsRequired(child)
            ? (ParameterRules.AddedRequired, ParameterRules.RemovedRequired)
            : (ParameterRules.AddedOptional, ParameterRules.RemovedOptional),
        ContractKind.Body => IsRequired(child)
            ? (BodyRules.AddedRequired, BodyRules.RemovedRequired)
            : (BodyRules.AddedOptional, BodyRules.RemovedOptional),
        ContractKind.Media => parent.Kind == ContractKind.Body
            ? (BodyRules.MediaAdded, BodyRules.MediaRemoved)
            : (ResponseRules.MediaAdded, ResponseRules.MediaRemoved),
        ContractKind.Encoding => (BodyRules.EncodingChanged, BodyRules.EncodingChanged),
        ContractKind.Response => child.Name.StartsWith("2", StringComparison.Ordinal)
            ? (ResponseRules.SuccessAdded, ResponseRules.SuccessRemoved)
            : (ResponseRules.ErrorAdded, ResponseRules.ErrorRemoved),
        ContractKind.Header => (ResponseRules.HeaderAdded, ResponseRules.HeaderRemoved),
        ContractKind.Type => (TypeRules.Added, TypeRules.Removed),
        ContractKind.Property => IsRequired(child) && !child.Has("readOnly")
            ? (ObjectRules.RequiredPropertyAdded, ObjectRules.RequiredPropertyRemoved)
            : (ObjectRules.PropertyAdded, ObjectRules.PropertyRemoved),
        ContractKind.Items => (ObjectRules.ItemsNarrowed, ObjectRules.ItemsWidened),
        ContractKind.Prefix => (ObjectRules.TupleNarrowed, ObjectRules.TupleWidened),
        ContractKind.Additional => (ObjectRules.AdditionalNarrowed, ObjectRules.AdditionalWidened),
        ContractKind.Pattern => (ObjectRules.PatternAdded, ObjectRules.PatternRemoved),
        ContractKind.Names => (ObjectRules.NamesNarrowed, ObjectRules.NamesWidened),
        ContractKind.Not => (ObjectRules.NotAdded, ObjectRules.NotRemoved),
        ContractKind.Case => (UnionRules.CaseAdded, UnionRules.CaseRemoved),
        ContractKind.Mapping => (UnionRules.MappingAdded, UnionRules.MappingRemoved),
        ContractKind.Value => (EnumRules.ValueAdded, EnumRules.ValueRemoved),
        _ => null,
    };

    private static bool IsRequired(ContractNode node) =>
        node.Has("required") || (node.Kind == ContractKind.Parameter && node.Name.StartsWith("path ", StringComparison.Ordinal));
}
