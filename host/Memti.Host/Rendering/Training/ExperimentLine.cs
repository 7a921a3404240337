using Memti.Training.Runs;

namespace Memti.Host.Rendering.Training;

/// <summary>How far an experiment is: a line for every finished piece, and how far the running one is.</summary>
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

    public void Dispose() => _line?.Dispose();
}
