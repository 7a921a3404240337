using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>The physics that stores the state of a cell. It decides how the array senses, writes and leaks.</summary>
public enum CellKind
{
    /// <summary>Six-transistor static RAM.</summary>
    Sram,

    /// <summary>Resistive RAM (memristor).</summary>
    Rram,

    /// <summary>Phase-change memory.</summary>
    Pcm,

    /// <summary>Spin-transfer-torque magnetic RAM.</summary>
    [Word("stt-mram")]
    SttMram,

    /// <summary>Ferroelectric field-effect transistor.</summary>
    Fefet,

    /// <summary>Charge-trap transistor.</summary>
    Ctt,
}
