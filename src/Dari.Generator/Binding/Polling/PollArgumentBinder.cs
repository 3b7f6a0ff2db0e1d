using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Polling;

/// <summary>
/// Finds what the operation that gives a state is called with: a member of the answer that started the work, or what the
/// starting operation was given too.
/// </summary>
internal sealed class PollArgumentBinder(TypeTable types, ExtensionReader reader, BoundOperation start, ObjectModel answer)
{
    public bool UsesDeprecated { get; private set; }

    public PollArgumentModel[] Bind(BoundOperation target)
    {
        SpecNode? places = reader.Member("parameters");
        if (places is not null && places.Kind != SpecNodeKind.Object)
        {
            reader.Fail(places, "'parameters' should be an object: names of parameters and members of the answer");
            return [];
        }

        OperationModel model = target.Model;
        ParameterModel[] known = model.Leading.Concat(model.Trailing).ToArray();
        foreach (SpecMember member in places?.Members.Where(one => known.All(parameter => parameter.WireName != one.Name)) ?? [])
        {
            reader.Fail(member.Value, "'" + target.Api.OperationId + "' has no parameter '" + member.Name + "'");
        }

        if (model.Query is { IsRequired: true } || model.Body is { IsRequired: true })
        {
            reader.Fail(reader.Member("operation")!, "'" + target.Api.OperationId + "' needs more than parameters that can be given here");
            return [];
        }

        return known
            .Select(parameter => Argument(parameter, places?.Member(parameter.WireName), model.Leading.Contains(parameter)))
            .Where(argument => argument is not null)
            .Select(argument => argument!)
            .ToArray();
    }

    private PollArgumentModel? Argument(ParameterModel parameter, SpecNode? place, bool isNeeded)
    {
        if (place is not null)
        {
            return place is { Kind: SpecNodeKind.String, Text.Length: > 0 }
                ? OfAnswer(parameter, place)
                : Fail(place, "'" + parameter.WireName + "' should be the name of a member of the answer, or a JSON pointer");
        }

        ParameterModel? same = start.Model.Leading.FirstOrDefault(one =>
            one.WireName == parameter.WireName && one.Place == parameter.Place && one.Value == parameter.Value);
        if (same is not null || !isNeeded)
        {
            return same is null ? null : new PollArgumentModel(parameter.Name, same.Name, []);
        }

        return Fail(
            reader.Member("parameters") ?? reader.Member("operation")!, "nothing says where the parameter '" + parameter.WireName + "' comes from");
    }

    private PollArgumentModel? OfAnswer(ParameterModel parameter, SpecNode place)
    {
        var steps = new List<Identifier>();
        ObjectModel? holder = answer;
        ValueModel? found = null;
        foreach (string name in SchemaPath.Pointer(place.Text).Split('/').Skip(1).Select(part => part.Replace("~1", "/").Replace("~0", "~")))
        {
            PropertyModel? property = holder?.Properties.FirstOrDefault(one => one.WireName == name);
            if (property is null)
            {
                return Fail(place, "the answer has no member '" + place.Text + "'");
            }

            if (property.Presence != Presence.Required)
            {
                return Fail(place, "'" + name + "' of " + holder!.Name.Plain + " may be missing");
            }

            UsesDeprecated |= property.Docs.Obsolete is not null;
            steps.Add(property.Name);
            found = property.Value;
            holder = found is NamedValue named ? types.Find(named.Name) as ObjectModel : null;
        }

        return found == parameter.Value
            ? new PollArgumentModel(parameter.Name, null, steps.ToArray())
            : Fail(place, "'" + place.Text + "' is not of the type of the parameter '" + parameter.WireName + "'");
    }

    private PollArgumentModel? Fail(SpecNode place, string problem)
    {
        reader.Fail(place, problem);
        return null;
    }
}
