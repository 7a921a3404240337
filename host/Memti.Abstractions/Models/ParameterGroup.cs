namespace Memti.Abstractions.Models;

/// <summary>Parameters that belong together.</summary>
/// <param name="Name">Such as <c>parallel adapters</c>, <c>batch norm</c>, <c>classifier</c>.</param>
/// <param name="Count">How many.</param>
public sealed record ParameterGroup(string Name, long Count);
