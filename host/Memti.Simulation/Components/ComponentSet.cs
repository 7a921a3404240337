namespace Memti.Simulation.Components;

/// <summary>A set of components by id. <c>default</c> is the empty set.</summary>
/// <param name="Bits">Bit <c>i</c> is set when component <c>i</c> is in the set.</param>
internal readonly record struct ComponentSet(UInt128 Bits)
{
    /// <summary>Most components with power of a machine.</summary>
    public const int Most = 128;

    /// <summary>Every component of a machine.</summary>
    public static ComponentSet All => new(UInt128.MaxValue);

    public bool IsEmpty => Bits == 0;

    /// <summary>The set of one component.</summary>
    /// <param name="component">Id, 0 to 127.</param>
    public static ComponentSet Of(int component) => new(UInt128.One << component);

    public bool Contains(int component) => (Bits >> component & 1) != 0;

    public ComponentSet With(ComponentSet other) => new(Bits | other.Bits);

    public ComponentSet Without(ComponentSet other) => new(Bits & ~other.Bits);
}
