namespace Memti.Abstractions.Models;

/// <summary>A group of parameters.</summary>
/// <param name="Name">Such as <c>parallel adapters</c>, <c>batch norm</c>, <c>classifier</c>.</param>
/// <param name="Count">Number of parameters, zero or more.</param>
public sealed record ParameterGroup(string Name, long Count);
