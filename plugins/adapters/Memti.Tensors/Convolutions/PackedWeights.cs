using Memti.Tensors.Kernels;

namespace Memti.Tensors.Convolutions;

/// <summary>
/// Packs weights into panels of 32 columns, the last panel of 16 if no more remain: [panel][tap][row][column]. Columns are outputs in the
/// forward form and inputs in the backward form.
/// </summary>
internal unsafe struct PackedWeights
{
    /// <summary>Columns of a panel: two vectors of 512 bits, the width of <see cref="KernelFunctions.Tile32"/>.</summary>
    private const int PanelColumns = 32;

    /// <summary>Shape [taps, inputs, outputs].</summary>
    public float* Weights;

    /// <summary>Weights of a 1x1 adapter, shape [inputs, outputs], added to the centre tap; may be null.</summary>
    public float* Added;

    public int Taps;
    public int FirstTap;
    public int EndTap;
    public int Inputs;
    public int Outputs;

    /// <summary>True when the backward form has its taps in reverse order, as at stride 1.</summary>
    public bool IsFlipped;

    public float* Forward;

    /// <summary>Backward form; may be null.</summary>
    public float* Backward;

    private readonly int ForwardPanels => (Outputs + PanelColumns - 1) / PanelColumns;

    private readonly int BackwardPanels => Backward != null ? (Inputs + PanelColumns - 1) / PanelColumns : 0;

    public void Run(Workers workers)
    {
        fixed (PackedWeights* self = &this)
            workers.Run((EndTap - FirstTap) * (ForwardPanels + BackwardPanels), &Piece, self);
    }

    private static void Piece(void* context, int piece)
    {
        PackedWeights* packing = (PackedWeights*)context;
        int panels = packing->ForwardPanels + packing->BackwardPanels, panel = piece % panels, tap = packing->FirstTap + (piece / panels);
        if (panel < packing->ForwardPanels)
            packing->PackForward(tap, panel);
        else
            packing->PackBackward(tap, panel - packing->ForwardPanels);
    }

    private readonly void PackForward(int tap, int panel)
    {
        int columns = Math.Min(PanelColumns, Outputs - (panel * PanelColumns));
        float* to = Forward + ((nint)panel * PanelColumns * Taps * Inputs) + ((nint)tap * Inputs * columns);
        float* from = Weights + ((nint)tap * Inputs * Outputs) + (panel * PanelColumns);
        float* added = Added != null && tap == Taps / 2 ? Added + (panel * PanelColumns) : null;
        for (int input = 0; input < Inputs; input++)
            for (int column = 0; column < columns; column++)
            {
                nint at = ((nint)input * Outputs) + column;
                // W + A in float, once: the convolution then costs nothing more for the adapter. Both must be substituted before packing.
                to[(input * columns) + column] = added != null ? from[at] + added[at] : from[at];
            }
    }

    private readonly void PackBackward(int tap, int panel)
    {
        int columns = Math.Min(PanelColumns, Inputs - (panel * PanelColumns)), place = IsFlipped ? Taps - 1 - tap : tap;
        float* to = Backward + ((nint)panel * PanelColumns * Taps * Outputs) + ((nint)place * Outputs * columns);
        nint first = (nint)panel * PanelColumns * Outputs;
        float* from = Weights + ((nint)tap * Inputs * Outputs) + first;
        float* added = Added != null && tap == Taps / 2 ? Added + first : null;
        for (int column = 0; column < columns; column++)
            for (int output = 0; output < Outputs; output++)
            {
                nint at = ((nint)column * Outputs) + output;
                to[(output * columns) + column] = added != null ? from[at] + added[at] : from[at];
            }
    }
}
