using System.Collections.Generic;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Companions;

/// <summary>Finds the methods that one extension of the document, or a recognised habit, puts beside an operation.</summary>
internal interface ICompanionBinder
{
    /// <param name="operation">The operation beside which they stand.</param>
    /// <param name="all">Every operation of the client, by <c>operationId</c> and by pointer.</param>
    /// <param name="names">Names of the methods of the group, to take free ones from.</param>
    IEnumerable<CompanionModel> Bind(BoundOperation operation, OperationIndex all, NameScope names);
}
