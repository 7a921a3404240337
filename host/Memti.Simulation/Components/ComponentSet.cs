namespace Memti.Simulation.Components;

/// <summary>A set of components by id. <c>default</c> is the empty set.</summary>
/// <param name="Low">Bit <c>i</c> is set when component <c>i</c> is in the set.</param>
/// <param name="High">Bit <c>i</c> is set when component <c>i + 64</c> is in the set.</param>
internal readonly record struct ComponentSet(ulong Low, ulong High)
{
    /// <summary>The set of the components 0 to 63 whose bits are set.</summary>
    public ComponentSet(ulong mask)
        : this(mask, 0)
    {
    }

    /// <summary>Every component of a machine, whatever their number.</summary>
    public static ComponentSet All => new(ulong.MaxValue, ulong.MaxValue);

    public bool IsEmpty => (Low | High) == 0;

    /// <summary>The set of one component.</summary>
    /// <param name="component">Id, 0 to 127.</param>
    public static ComponentSet Of(int component) => component < 64 ? new(1UL << component, 0) : new(0, 1UL << (component - 64));

    public bool Contains(int component) => ((component < 64 ? Low : High) >> (component & 63) & 1) != 0;

    public ComponentSet With(ComponentSet other) => new(Low | other.Low, High | other.High);

    public ComponentSet Without(ComponentSet other) => new(Low & ~other.Low, High & ~other.High);
}
