using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.Sweeps.Bases;

/// <summary>A kind of file, beside scenarios, that a study may name as its base.</summary>
public interface IStudyBaseKind
{
    /// <summary>True for a file of this kind; false also for one that cannot be read.</summary>
    bool Reads(string path);

    /// <summary>Reads the base of a study.</summary>
    /// <param name="request">The file, and what the study does with it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellationToken">Stops its points.</param>
    /// <returns>The base; null after an error.</returns>
    /// <exception cref="MemtiException">What it needs cannot be read.</exception>
    IStudyBase? Open(StudyBaseRequest request, ICollection<Diagnostic> findings, CancellationToken cancellationToken);
}
