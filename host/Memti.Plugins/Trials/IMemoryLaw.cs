using Memti.Abstractions.Diagnostics;

namespace Memti.Plugins.Trials;

/// <summary>Something that holds for every memory, whoever wrote it.</summary>
public interface IMemoryLaw
{
    /// <summary>Lower-case words with hyphens, such as <c>area-grows</c>.</summary>
    string Name { get; }

    /// <summary>What holds, in one sentence, with its tolerances.</summary>
    string Statement { get; }

    /// <summary>Tries the law on a memory.</summary>
    /// <exception cref="MemtiException">The memory failed where the law needs an answer; that breaks the law.</exception>
    LawFinding Check(MemorySubject subject);
}
