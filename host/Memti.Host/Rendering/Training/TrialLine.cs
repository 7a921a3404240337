using System.Globalization;
using Memti.Training.Evaluation;

namespace Memti.Host.Rendering.Training;

/// <summary>Progress of an evaluation over chips.</summary>
internal sealed class TrialLine(TextWriter writer, int trials) : IProgress<TrialScore>, IDisposable
{
    private readonly StatusLine _line = new(writer);
    private int _done;

    public void Report(TrialScore value)
    {
        _done++;
        if (_line.IsDue)
            _line.Show(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"trial {_done} of {trials}: chip {value.Chip}, {value.Score.Accuracy:P2}, {value.Misread} cells misread"));
    }

    public void Dispose() => _line.Clear();
}
