namespace Memti.Simulation.Platforms;

/// <summary>What lies at a place of a memory.</summary>
internal enum ContentKind
{
    /// <summary>Nothing that the system knows: bytes of firmware.</summary>
    Other,

    /// <summary>The shared parameters.</summary>
    Shared,

    /// <summary>A slot for sets of tasks.</summary>
    Slot,

    /// <summary>The set of a task in the backing store.</summary>
    Set,

    /// <summary>Features between layers.</summary>
    Features,

    /// <summary>The input frame.</summary>
    Input,
}
