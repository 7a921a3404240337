namespace Memti.Abstractions.Firmware;

/// <summary>An operation of <see cref="ISystemOnChip"/> for one task.</summary>
public enum TaskOperation
{
    /// <summary><see cref="ISystemOnChip.Load(int)"/>.</summary>
    Load,

    /// <summary><see cref="ISystemOnChip.Infer"/>.</summary>
    Infer,

    /// <summary><see cref="ISystemOnChip.Deploy"/>.</summary>
    Deploy,
}
