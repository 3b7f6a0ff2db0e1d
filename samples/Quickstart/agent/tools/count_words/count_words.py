def count_words(arguments):
    return {"words": len(arguments["text"].split())}
