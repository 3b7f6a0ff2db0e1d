using System;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>A query that is not well-formed or costs too much. It never leaves this folder: the overlay's action reports it.</summary>
internal sealed class JsonPathException(string message) : Exception(message);
