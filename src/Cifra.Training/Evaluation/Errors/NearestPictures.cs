using System.Numerics;
using Cifra.Data;
using Cifra.Network;
using Cifra.Network.Digits;
using Cifra.Numerics;

namespace Cifra.Evaluation.Errors;

/// <summary>Finds the training pictures whose features lie nearest to those of some pictures, by looking at all of them.</summary>
/// <remarks>
/// Features of training pictures are computed, compared and forgotten slab by slab: memory does not grow with the training set. A task
/// keeps the nearest of its slab, and the slabs are merged in order, so that threads do not show.
/// </remarks>
internal static class NearestPictures
{
    private const int PicturesOfSlab = 1536;
    private const int SlabsOfRound = 8; // between two looks at the cancellation

    /// <summary>The nearest of each picture, nearest first, the earlier of equally near ones first.</summary>
    /// <param name="network">What sees.</param>
    /// <param name="pixels">[N x 784] the pictures.</param>
    /// <param name="training">Labelled pictures.</param>
    /// <param name="count">How many neighbours, 1 or more; fewer where the training set holds fewer.</param>
    /// <param name="workers">The threads.</param>
    /// <param name="cancellation">Stops between some slabs.</param>
    public static IReadOnlyList<Neighbour>[] Find(
        NeuralNetwork network, ReadOnlySpan<byte> pixels, DigitSet training, int count, Workers workers, CancellationToken cancellation)
    {
        var embedding = new Embedding(network);
        float[] queries = embedding.Rows(pixels);
        List<(float Distance, int Index)>[] nearest = Empty(queries.Length / embedding.Size);
        int slabs = (training.Count + PicturesOfSlab - 1) / PicturesOfSlab;
        for (int first = 0; first < slabs; first += SlabsOfRound)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = new List<(float Distance, int Index)>[Math.Min(SlabsOfRound, slabs - first)][];
            workers.For(found.Length, (slab, scratch) => found[slab] = Search(embedding, queries, training, first + slab, count, scratch));
            foreach (List<(float Distance, int Index)>[] slab in found)
            {
                for (int query = 0; query < nearest.Length; query++)
                {
                    foreach ((float distance, int index) in slab[query])
                    {
                        Insert(nearest[query], distance, index, count);
                    }
                }
            }
        }

        return [.. nearest.Select(list => (IReadOnlyList<Neighbour>)
            [.. list.Select(near => new Neighbour(near.Index, training.Labels[near.Index], Math.Sqrt(near.Distance)))])];
    }

    private static List<(float Distance, int Index)>[] Search(
        Embedding embedding, float[] queries, DigitSet training, int slab, int count, Scratch scratch)
    {
        List<(float Distance, int Index)>[] nearest = Empty(queries.Length / embedding.Size);
        int end = Math.Min(training.Count, (slab + 1) * PicturesOfSlab);
        Span<float> distances = stackalloc float[Tensor.Lanes];
        for (int start = slab * PicturesOfSlab; start < end; start += embedding.MostPictures)
        {
            int size = Math.Min(embedding.MostPictures, end - start);
            ReadOnlySpan<float> features = embedding.Blocks(
                training.AllPixels.Slice(start * DigitInput.Size, size * DigitInput.Size), scratch);
            for (int block = 0; block < Tensor.BlocksOf(size); block++)
            {
                ReadOnlySpan<float> sixteen = features.Slice(block * embedding.Size * Tensor.Lanes, embedding.Size * Tensor.Lanes);
                int images = Math.Min(Tensor.Lanes, size - (block * Tensor.Lanes));
                for (int query = 0; query < nearest.Length; query++)
                {
                    SquaredDistances(queries.AsSpan(query * embedding.Size, embedding.Size), sixteen, distances);
                    for (int lane = 0; lane < images; lane++)
                    {
                        Insert(nearest[query], distances[lane], start + (block * Tensor.Lanes) + lane, count);
                    }
                }
            }
        }

        return nearest;
    }

    // A lane is one training picture; none sees its neighbours, so the vector's width does not show.
    private static void SquaredDistances(ReadOnlySpan<float> query, ReadOnlySpan<float> sixteen, Span<float> distances)
    {
        for (int lane = 0; lane < Tensor.Lanes; lane += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero;
            for (int k = 0; k < query.Length; k++)
            {
                Vector<float> difference = new Vector<float>(sixteen[((k * Tensor.Lanes) + lane)..]) - new Vector<float>(query[k]);
                sum = Vector.FusedMultiplyAdd(difference, difference, sum);
            }

            sum.CopyTo(distances[lane..]);
        }
    }

    // Pictures come in the order of the set, so the earlier of equals stays in front. A distance that is no number is none.
    private static void Insert(List<(float Distance, int Index)> nearest, float distance, int index, int count)
    {
        if (!float.IsFinite(distance) || (nearest.Count == count && distance >= nearest[^1].Distance))
        {
            return;
        }

        int place = nearest.Count;
        while (place > 0 && distance < nearest[place - 1].Distance)
        {
            place--;
        }

        nearest.Insert(place, (distance, index));
        if (nearest.Count > count)
        {
            nearest.RemoveAt(count);
        }
    }

    private static List<(float Distance, int Index)>[] Empty(int queries) => [.. Enumerable.Range(0, queries).Select(_ => new List<(float, int)>())];
}
