using Memti.Abstractions.Training;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Scales or shifts of a folded batch norm. They always have their own power of two, because their sizes differ widely.</summary>
internal sealed class StoredNorm(FoldedNorm norm, bool isShift, int bits)
    : StoredParameters(norm.Name + (isShift ? ".shift" : ".scale"), ParameterPart.Task, [norm.Channels], new FormatRule(bits))
{
    protected override void Cover(float[] values) => Set(values);

    protected override void Uncover() => Set(null);

    protected override void Read(Span<float> values)
    {
        if (isShift)
            norm.ReadShift(values);
        else
            norm.ReadScale(values);
    }

    private void Set(float[]? values)
    {
        if (isShift)
            norm.SubstituteShift(values);
        else
            norm.SubstituteScale(values);
    }
}
