using Memti.Abstractions.Diagnostics;
using Memti.Training.Runs;

namespace Memti.Host.Rendering.Training;

/// <summary>Progress of an experiment: a line for each finished artifact, and the progress of the running one.</summary>
internal sealed class ExperimentLine(TextWriter writer) : IDisposable
{
    private TrainingLine? _line;

    public IProgress<TrainingProgress> Begin(string piece)
    {
        _line?.Dispose();
        return _line = new TrainingLine(writer, piece + ": ");
    }

    public void Finish(string piece, bool wasThere)
    {
        _line?.Dispose();
        writer.WriteLine($"{piece}: {(wasThere ? "was there" : "done")}");
    }

    public void Find(Diagnostic finding)
    {
        _line?.Dispose();
        DiagnosticPrinter.Print(writer, [finding]);
    }

    public void Dispose() => _line?.Dispose();
}
