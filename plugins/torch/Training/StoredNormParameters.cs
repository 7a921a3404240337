using Memti.Plugins.Torch.Execution;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Torch.Training;

/// <summary>Scales or shifts of a folded batch norm. They always have their own power of two, because their sizes differ widely.</summary>
internal sealed class StoredNormParameters(NormTensors norm, bool isShift)
    : StoredParameters(
        norm.Name + (isShift ? ".shift" : ".scale"),
        norm.Scale.Description.Part,
        [norm.Channels],
        new FormatRule(norm.Scale.Description.Bits))
{
    protected override void Cover(float[] values) => norm.Substitute(isShift, values);

    protected override void Uncover() => norm.Substitute(isShift, null);

    protected override void Read(Span<float> values) => norm.Read(isShift, values);
}
