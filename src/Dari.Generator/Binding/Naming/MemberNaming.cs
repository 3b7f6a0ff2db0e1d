using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming;

/// <summary>Names the members of records, with what extensions ask for, and says where a name was taken.</summary>
internal sealed class MemberNaming(NameOverrides overrides, ProblemList problems)
{
    /// <param name="scope">What the record has already.</param>
    /// <param name="properties">The name on the wire, all that describes the property, and what of it speaks for all.</param>
    public Identifier[] Properties(NameScope scope, IReadOnlyList<(string Name, List<ApiSchema> Schemas, ApiSchema Schema)> properties)
    {
        WireName[] wires = properties
            .Select(property => new WireName(property.Name, property.Schemas.Select(overrides.Property).LastOrDefault(name => name is not null)))
            .ToArray();
        Contender[] contenders = wires.Select(wire => MemberNames.Property(scope, wire)).ToArray();
        Identifier[] names = NameContest.Settle(scope, contenders);
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Plain != contenders[i].First)
            {
                problems.Add(DiagnosticDescriptors.NameClash, properties[i].Schema.Node, properties[i].Schema.Pointer, contenders[i].First, names[i].Plain);
            }
        }

        return names;
    }
}
